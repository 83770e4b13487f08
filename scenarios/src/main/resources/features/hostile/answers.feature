@hostile @negative
Feature: Servers whose answers wear out who asks them
  A message is answered in time and in few words, or it counts as not answered; the one who waited is told, and the
  server goes on serving.

  Background:
    Given alice is at alpha
    And alice has a file report.txt
    And a foreign server omega

  @OCM-DEF-23 @OCM-SHARE-97
  Scenario: A share that is answered without end
    Given omega answers those who bring it a share without end
    When alice shares report.txt with mallory at omega
    Then less than 64 megabytes were taken of the answer
    And alpha still serves

  @OCM-DEF-23 @OCM-SHARE-97
  Scenario: A share that is answered one byte a second
    Given omega answers those who bring it a share one byte a second
    When alice shares report.txt with mallory at omega
    Then alice is told that it is unclear
    And it took less than 2 minutes
    And alpha still serves

  @OCM-DEF-23 @OCM-INV-10
  Scenario: An accepted invite that is answered without end
    Given mallory at omega invites alice with the token "a1b2c3"
    And omega answers those who accept its invites without end
    When alice accepts the invite of mallory
    Then alice is told that it is unclear
    And alpha gives the reason "did not say whose it was"
    And alice has no contacts
    And less than 64 megabytes were taken of the answer
    And alpha still serves

  @OCM-DEF-23 @OCM-INV-10
  Scenario: An accepted invite that is answered one byte a second
    Given mallory at omega invites alice with the token "a1b2c3"
    And omega answers those who accept its invites one byte a second
    When alice accepts the invite of mallory
    Then alice is told that it is unclear
    And alice has no contacts
    And it took less than 2 minutes
    And alpha still serves

  @OCM-INV-10
  Scenario Outline: An accepted invite that is answered by <garbage>
    Given mallory at omega invites alice with the token "a1b2c3"
    And omega answers those who accept its invites by <garbage>
    When alice accepts the invite of mallory
    Then alice is told that it is unclear
    And alpha gives the reason "did not say whose it was"
    And alice has no contacts
    And alpha still serves

    Examples:
      | garbage                |
      | nothing at all         |
      | half a document        |
      | a page of HTML         |
      | a list                 |
      | bytes that are no text |
      | ten thousand brackets  |
      | three megabytes        |
