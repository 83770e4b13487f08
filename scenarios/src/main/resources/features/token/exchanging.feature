@token
Feature: The secret of a share is exchanged for a token
  The recipient's server shows the secret once, at the token endpoint, and opens the files with a token that lives an
  hour. By default no node does that: what is said of alpha and beta here switches it on.

  Background:
    Given alice is at alpha
    And bob is at beta
    And alice has a file report.txt

  @OCM-SHARE-11 @OCM-SHARE-60 @OCM-SHARE-61 @OCM-SHARE-62 @OCM-ACC-05 @OCM-ACC-06 @OCM-ACC-07 @OCM-TOKEN-01 @OCM-TOKEN-06 @OCM-YAML-09 @OCM-YAML-02
  Scenario Outline: <from> demands the exchange, and <to> does it
    Given alpha runs reference/<from>[exchange=demanded]
    And beta runs reference/<to>[exchange=yes]
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt
    And alice sees that bob accepted report.txt

    Examples:
      | from | to  |
      | 1.2  | 1.2 |
      | 1.2  | 1.5 |
      | 1.3  | 1.3 |
      | 1.3  | 1.4 |
      | 1.4  | 1.5 |
      | 1.5  | 1.2 |
      | 1.5  | 1.3 |
      | 1.5  | 1.5 |

  @OCM-SHARE-08 @OCM-SHARE-63 @OCM-TOKEN-12 @OCM-TOKEN-13 @OCM-DISC-32
  Scenario: The recipient's server demands the exchange, and the sender's makes it a requirement
    Given alpha runs reference/1.5[exchange=yes]
    And beta runs reference/1.5[exchange=demanded]
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt

  @OCM-ACC-08 @OCM-TOKEN-10 @OCM-TOKEN-14 @OCM-SEC-03
  Scenario: Both can, and nobody demands it
    Given alpha runs reference/1.5[exchange=yes]
    And beta runs reference/1.5[exchange=yes]
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt

  @OCM-SHARE-61 @OCM-TOKEN-13
  Scenario: Writing goes by the token, too
    Given alpha runs reference/1.5[exchange=demanded]
    And beta runs reference/1.5[exchange=yes]
    And alice has a folder plans with a.txt
    When alice shares plans with bob to read and write
    And bob accepts plans
    And bob writes plans/a.txt
    Then alice can read plans/a.txt
    And bob can read plans/a.txt

  @OCM-TOKEN-01 @OCM-TOKEN-02 @OCM-TOKEN-04 @OCM-TOKEN-13 @OCM-ACC-06 @OCM-ACC-07
  Scenario: One token serves until it grows old
    Given beta runs reference/1.5[exchange=yes]
    And a foreign server omega
    And omega opens its files to tokens only
    When omega announces song.mp3 to bob with the requirement "must-exchange-token"
    And bob accepts song.mp3
    Then bob can read song.mp3
    And bob can read song.mp3
    And omega was asked for 1 token
    And omega never saw the secret of song.mp3 at its files

  @OCM-TOKEN-07
  Scenario: A token is renewed before it expires
    Given beta runs reference/1.5[exchange=yes]
    And a foreign server omega
    And omega opens its files to tokens only
    And omega gives tokens that live 10 minutes
    And omega announces song.mp3 to bob with the requirement "must-exchange-token"
    And bob accepts song.mp3
    And bob can read song.mp3
    When 570 seconds pass
    Then bob can read song.mp3
    And omega was asked for 2 tokens

  @OCM-TOKEN-07
  Scenario: A token that is refused too early is renewed once
    Given beta runs reference/1.5[exchange=yes]
    And a foreign server omega
    And omega opens its files to tokens only
    And omega announces song.mp3 to bob with the requirement "must-exchange-token"
    And bob accepts song.mp3
    And bob can read song.mp3
    When omega forgets the tokens that it gave
    Then bob can read song.mp3
    And omega was asked for 2 tokens

  @faults @OCM-TOKEN-07
  Scenario: After a stop of the recipient's server the secret is exchanged again
    Given alpha runs reference/1.5[exchange=demanded]
    And beta runs reference/1.5[exchange=yes]
    And alice shares report.txt with bob
    And bob accepts report.txt
    And bob can read report.txt
    When beta stops
    And beta starts
    Then bob can read report.txt
    When alpha stops
    And alpha starts
    Then bob can read report.txt

  @OCM-ACC-09 @OCM-TOKEN-11 @OCM-TOKEN-15
  Scenario Outline: Where a token is not demanded, the secret is shown when <what>
    Given beta runs reference/1.5[exchange=yes]
    And a foreign server omega
    And omega exchanges tokens
    And omega answers token requests <what>
    When omega announces song.mp3 to bob
    And bob accepts song.mp3
    Then bob can read song.mp3
    And omega was asked for song.mp3 with its secret

    Examples:
      | what                      |
      | that the message is wrong |
      | that nobody is trusted    |
      | that it is in maintenance |
      | that it is broken         |
      | with a page of HTML       |

  @OCM-TOKEN-06 @OCM-TOKEN-05 @OCM-DISC-45 @OCM-DEF-19 @OCM-DEF-17 @OCM-YAML-09
  Scenario: A server of any make gets tokens, as often as it asks
    Given alpha runs reference/1.5[exchange=yes]
    And a foreign server omega
    And omega exchanges tokens
    And alice shares report.txt with mallory at omega
    And omega has got report.txt with no requirement
    When omega asks for a token for report.txt
    Then omega gets a token
    And omega can read report.txt with its token
    When omega asks for a token for report.txt with fields that nobody needs
    Then omega gets a token
    And omega can read report.txt with each of its 2 tokens
    And omega can read report.txt with its secret
    And no secret and no token of omega stands in the journal

  @OCM-LEG-06 @OCM-LEG-07 @OCM-LEG-08
  Scenario: In version 1.2 a code is exchanged by JSON
    Given alpha runs reference/1.2[exchange=yes]
    And a foreign server omega
    And omega exchanges tokens
    When alice shares report.txt with mallory at omega
    And omega asks for a token for report.txt in the form of version 1.2
    Then omega gets a token
    And omega can read report.txt with its token

  @OCM-TOKEN-16
  Scenario: Who exchanges nothing is served as before
    Given beta speaks OCM 1.2 or newer
    And alpha runs reference/1.5[exchange=yes]
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt
