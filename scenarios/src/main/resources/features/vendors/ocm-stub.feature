@vendors
Feature: A server that never says no
  The stub takes any share and shows it to whoever opens its page. It tells of an acceptance in words of its own, which
  nobody else understands.

  Background:
    Given alice is at alpha
    And bob is at beta
    And beta runs ocm-stub/1

  @OCM-SHARE-01 @OCM-SHARE-97
  Scenario: reference shares with ocm-stub/1
    Given alpha runs reference/1.5
    And alice has a file report.txt
    When alice shares report.txt with bob
    Then bob sees report.txt as pending
    When bob accepts report.txt
    Then bob sees report.txt as accepted
