@token @negative
Feature: The exchange is demanded, and somebody does not do it
  Who demands the exchange of a secret shares with nobody who cannot do it, takes no share without it, and opens nothing
  to the secret itself.

  Background:
    Given alice is at alpha
    And bob is at beta
    And alice has a file report.txt

  @OCM-SHARE-10
  Scenario: A server that cannot exchange does not share with one that demands it
    Given beta runs reference/1.5[exchange=demanded]
    When alice shares report.txt with bob
    Then alice is refused
    And alice is told about beta
    And alice shares nothing
    And bob sees nothing

  @OCM-TOKEN-09
  Scenario: A server that demands the exchange does not share with one that cannot do it
    Given alpha runs reference/1.5[exchange=demanded]
    When alice shares report.txt with bob
    Then alice is refused
    And alice is told about beta
    And alice shares nothing
    And bob sees nothing

  @OCM-SHARE-61 @OCM-YAML-01
  Scenario: A server that cannot exchange takes no share that requires it
    Given a foreign server omega
    When omega announces song.mp3 to bob with the requirement "must-exchange-token"
    Then beta refuses it as not supported
    And bob sees nothing

  @OCM-DEF-10
  Scenario: A server that demands the exchange takes no share without it
    Given beta runs reference/1.5[exchange=demanded]
    And a foreign server omega
    And omega exchanges tokens
    When omega announces song.mp3 to bob
    Then beta refuses it as wrong
    And bob sees nothing

  @OCM-SHARE-09 @OCM-ACC-07
  Scenario: The secret opens nothing where the exchange is demanded
    Given alpha runs reference/1.5[exchange=demanded]
    And a foreign server omega
    And omega exchanges tokens
    When alice shares report.txt with mallory at omega
    Then omega has got report.txt to be exchanged
    And omega cannot read report.txt with its secret
    When omega asks for a token for report.txt
    Then omega gets a token
    And omega can read report.txt with its token
    And omega cannot read report.txt with its secret

  @OCM-SHARE-08 @OCM-SHARE-09
  Scenario: A receiver that demands the exchange cannot use the secret either
    Given alpha runs reference/1.5[exchange=yes]
    And a foreign server omega
    And omega exchanges tokens
    And omega describes itself with token exchange demanded
    When alice shares report.txt with mallory at omega
    Then omega has got report.txt to be exchanged
    And omega cannot read report.txt with its secret

  @OCM-ACC-07 @OCM-TOKEN-13
  Scenario Outline: Where a token is demanded, nothing is shown when <what>
    Given beta runs reference/1.5[exchange=yes]
    And a foreign server omega
    And omega opens its files to tokens only
    And omega answers token requests <what>
    And omega announces song.mp3 to bob with the requirement "must-exchange-token"
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And omega was not asked for its files

    Examples:
      | what                      |
      | that the message is wrong |
      | that nobody is trusted    |
      | that it is in maintenance |
      | that it is broken         |
      | with a page of HTML       |

  @OCM-ACC-06 @OCM-DISC-45
  Scenario: A token is demanded and nobody says where
    Given beta runs reference/1.5[exchange=yes]
    And a foreign server omega
    And omega exchanges tokens and does not say where
    And omega announces song.mp3 to bob with the requirement "must-exchange-token"
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And omega was not asked for its files

  @hostile @OCM-SEC-04
  Scenario Outline: A secret is exchanged nowhere but at the server whose it is: <elsewhere>
    Given beta runs reference/1.5[exchange=yes]
    And a foreign server omega
    And a foreign server sigma
    And omega says that its tokens are to be had <elsewhere>
    And omega announces song.mp3 to bob with the requirement "must-exchange-token"
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And sigma was asked nothing
    And omega was asked for 0 tokens
    And beta still serves

    Examples:
      | elsewhere          |
      | at sigma           |
      | without encryption |
