@access
Feature: Reading what was shared
  The recipient's server fetches the bytes from the sender's server, for the recipient alone.

  Background:
    Given alice is at alpha
    And bob is at beta

  @OCM-ACC-11 @OCM-ACC-13 @OCM-ACC-14 @OCM-SHARE-54
  Scenario: The recipient reads what the sender wrote last
    Given alice has a file report.txt
    And alice shares report.txt with bob
    And bob accepts report.txt
    And bob can read report.txt
    When alice writes report.txt
    Then bob can read report.txt

  @OCM-ACC-11
  Scenario: A large file arrives whole
    Given alice has a file movie.mp4 of 5 megabytes
    When alice shares movie.mp4 with bob
    And bob accepts movie.mp4
    Then bob can read movie.mp4

  @OCM-ACC-11
  Scenario: An empty file arrives empty
    Given alice has an empty file nothing.txt
    When alice shares nothing.txt with bob
    And bob accepts nothing.txt
    Then bob can read nothing.txt

  @OCM-SHARE-56 @OCM-ACC-31 @OCM-ACC-32
  Scenario: Folders inside of a folder are read
    Given alice has a folder plans with a.txt and deep/b.txt
    When alice shares plans with bob
    And bob accepts plans
    Then bob sees a.txt and deep in plans
    And bob sees b.txt in plans/deep
    And bob can read plans/deep/b.txt

  @OCM-ACC-31
  Scenario: What is added to a folder later is seen
    Given alice has a folder plans with a.txt
    And alice shares plans with bob
    And bob accepts plans
    When alice writes plans/new.txt
    Then bob sees a.txt and new.txt in plans
    And bob can read plans/new.txt

  @OCM-ACC-14 @OCM-SHARE-54 @OCM-DISC-20 @OCM-SHARE-57
  Scenario: The secret opens the share and nothing else does
    Given alice has a file report.txt
    And a foreign server omega
    When alice shares report.txt with mallory at omega
    Then omega can read report.txt with its secret
    And omega cannot read report.txt with another secret
    And omega cannot read report.txt without a secret

  @negative @OCM-DEF-20
  Scenario: The secret of a share opens nothing after unsharing
    Given alice has a file report.txt
    And a foreign server omega
    And alice shares report.txt with mallory at omega
    And omega can read report.txt with its secret
    When alice unshares report.txt
    Then omega cannot read report.txt with its secret

  @negative @OCM-NSHARE-01
  Scenario: The secret of a share opens nothing after it was declined
    Given alice has a file report.txt
    And a foreign server omega
    And alice shares report.txt with mallory at omega
    When omega tells alpha that report.txt was declined
    Then omega cannot read report.txt with its secret

  @negative @OCM-SHARE-36
  Scenario: The secret of a share opens nothing after its end
    Given alice has a file report.txt
    And a foreign server omega
    And alice shares report.txt with mallory at omega for 1 hour
    And omega can read report.txt with its secret
    When 2 hours pass
    Then omega cannot read report.txt with its secret

  @negative @OCM-SHARE-57
  Scenario: The secret of one share does not open another
    Given alice has a file report.txt
    And alice has a file diary.txt
    And a foreign server omega
    When alice shares report.txt with mallory at omega
    And alice shares diary.txt with trudy at omega
    Then omega cannot read diary.txt with the secret of report.txt

  @negative @OCM-SHARE-57
  Scenario: One recipient does not read another's share
    Given carol is at beta
    And alice has a file report.txt
    When alice shares report.txt with carol
    And carol accepts report.txt
    Then bob cannot read report.txt of carol

  @negative @OCM-SHARE-56
  Scenario Outline: A path does not leave the share: <path>
    Given alice has a file diary.txt
    And alice has a folder plans with a.txt
    And alice shares plans with bob
    And bob accepts plans
    When bob reads plans/<path>
    Then bob is refused

    Examples:
      | path                   |
      | ../diary.txt           |
      | x/../../diary.txt      |
      | %2e%2e/diary.txt       |
      | ..%2fdiary.txt         |

  @negative @OCM-SHARE-56
  Scenario Outline: A foreign server does not leave the share by <path>
    Given alice has a file diary.txt
    And alice has a folder plans with a.txt
    And a foreign server omega
    And alice shares plans with mallory at omega
    When omega asks for <path> inside of plans
    Then alpha refuses it

    Examples:
      | path                      |
      | ../diary.txt              |
      | %2e%2e/diary.txt          |
      | ..%2fdiary.txt            |
      | a/../../diary.txt         |
      | ..%5cdiary.txt            |
      | %00                       |

  @negative @OCM-SHARE-56 @OCM-ACC-31
  Scenario: A file that is not in the folder
    Given alice has a folder plans with a.txt
    And alice shares plans with bob
    And bob accepts plans
    When bob reads plans/missing.txt
    Then bob is refused

  @negative @OCM-ACC-11
  Scenario: A file that its owner has deleted
    Given alice has a file report.txt
    And alice shares report.txt with bob
    And bob accepts report.txt
    When alice deletes report.txt
    Then bob cannot read report.txt

  @negative @faults @OCM-ACC-11
  Scenario: The server of the sender is down
    Given alice has a file report.txt
    And alice shares report.txt with bob
    And bob accepts report.txt
    When alpha stops
    Then bob cannot read report.txt
    When alpha starts
    Then bob can read report.txt

  @OCM-SHARE-55 @OCM-ACC-12 @OCM-ACC-14
  Scenario: A file may lie at another server than its sender's
    Given a foreign server omega
    And a foreign server sigma
    And omega announces song.mp3 to bob, to be fetched from sigma
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And sigma was asked for song.mp3 with its secret

  @OCM-ACC-02 @OCM-ACC-03 @OCM-ACC-13 @OCM-ACC-14 @OCM-SHARE-54 @OCM-DISC-20
  Scenario: A file is asked for where the sender's server says that its files are
    Given a foreign server omega
    And omega announces song.mp3 to bob
    When bob accepts song.mp3
    Then bob can read song.mp3
    And omega was asked for song.mp3 with its secret
