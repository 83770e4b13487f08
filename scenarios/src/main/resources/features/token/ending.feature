@token @negative
Feature: Tokens that open nothing any more
  A token ends with its hour, and with its share at once; the secret of a share that has ended is exchanged for nothing.

  Background:
    Given alice is at alpha
    And alpha runs reference/1.5[exchange=demanded]
    And alice has a file report.txt
    And a foreign server omega
    And omega exchanges tokens

  @OCM-SEC-07 @OCM-TOKEN-07 @OCM-DEF-17
  Scenario: A token opens nothing after its time
    Given alice shares report.txt with mallory at omega
    And omega asks for a token for report.txt
    And omega can read report.txt with its token
    When 2 hours pass
    Then omega cannot read report.txt with its token
    When omega asks for a token for report.txt
    Then omega gets a token
    And omega can read report.txt with its token

  @OCM-DEF-20 @OCM-TOKEN-08
  Scenario: A token opens nothing after unsharing
    Given alice shares report.txt with mallory at omega
    And omega asks for a token for report.txt
    And omega can read report.txt with its token
    When alice unshares report.txt
    Then omega cannot read report.txt with its token
    When omega asks for a token for report.txt
    Then alpha refuses the exchange as invalid_grant

  @OCM-NSHARE-01 @OCM-TOKEN-08
  Scenario: A token opens nothing after the share was declined
    Given alice shares report.txt with mallory at omega
    And omega asks for a token for report.txt
    And omega can read report.txt with its token
    When omega tells alpha that report.txt was declined
    Then omega cannot read report.txt with its token
    When omega asks for a token for report.txt
    Then alpha refuses the exchange as invalid_grant

  @OCM-SHARE-36 @OCM-TOKEN-08
  Scenario: A token opens nothing after the end of the share
    Given alice shares report.txt with mallory at omega for 30 minutes
    And omega asks for a token for report.txt
    And omega can read report.txt with its token
    When 40 minutes pass
    Then omega cannot read report.txt with its token
    When omega asks for a token for report.txt
    Then alpha refuses the exchange as invalid_grant

  @OCM-SHARE-59
  Scenario: A token allows no more than the share does
    Given alice shares report.txt with mallory at omega
    And omega asks for a token for report.txt
    When omega writes report.txt with its token
    Then alpha refuses it
    And omega can read report.txt with its token

  @OCM-DEF-20
  Scenario: A recipient who has left a share reads it no more
    Given bob is at beta
    And beta runs reference/1.5[exchange=yes]
    And alice shares report.txt with bob
    And bob accepts report.txt
    And bob can read report.txt
    When alice unshares report.txt
    Then bob does not see report.txt
    And bob cannot read report.txt
