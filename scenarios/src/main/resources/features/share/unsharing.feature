@share
Feature: Unsharing
  What is no longer shared is gone for its recipient, even if the receiving server hears of it late.

  Background:
    Given alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    And alice shares report.txt with bob

  @OCM-NSHARE-02 @OCM-NSHARE-03 @OCM-DEF-20
  Scenario: A share that was accepted is gone after unsharing
    Given bob accepts report.txt
    When alice unshares report.txt
    Then bob does not see report.txt
    And bob cannot read report.txt

  @OCM-NSHARE-03
  Scenario: A share that waits for an answer is gone after unsharing
    When alice unshares report.txt
    Then bob does not see report.txt
    And alice shares nothing

  @OCM-NSHARE-02
  Scenario: Unsharing with one person leaves the other alone
    Given carol is at gamma
    And alice shares report.txt with carol
    And bob accepts report.txt
    And carol accepts report.txt
    When alice unshares report.txt with bob
    Then bob cannot read report.txt
    And carol can read report.txt

  @OCM-NSHARE-02 @faults
  Scenario: Unsharing while the other server is down arrives later
    Given bob accepts report.txt
    And beta stops
    When alice unshares report.txt
    Then alice is told that it is done
    When beta starts
    Then within 1 day, bob does not see report.txt

  @negative @OCM-NSHARE-14 @OCM-DEF-20 @faults
  Scenario: Nothing is read after unsharing although the other server was not told
    Given bob accepts report.txt
    And the link between alpha and beta is cut
    When alice unshares report.txt
    And the next request from alpha to beta is lost
    And the link between alpha and beta heals
    Then bob cannot read report.txt

  @negative @OCM-NSHARE-03 @OCM-DEF-20
  Scenario: What was unshared is not accepted
    When alice unshares report.txt
    And the mesh comes to rest
    And bob accepts report.txt
    Then bob is refused

  @negative @OCM-NSHARE-02
  Scenario: Nothing is unshared twice
    Given alice unshares report.txt
    When alice unshares report.txt
    Then alice is refused

  @OCM-SHARE-25 @OCM-NSHARE-02
  Scenario: What was unshared can be shared again
    Given alice unshares report.txt
    And the mesh comes to rest
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt

  @OCM-SHARE-25 @OCM-NSHARE-01
  Scenario: What was declined can be shared again
    Given bob declines report.txt
    When alice shares report.txt with bob
    Then bob sees report.txt as pending

  @OCM-NSHARE-02
  Scenario: What somebody shared goes with their account
    Given bob accepts report.txt
    When the account of alice is deleted
    Then bob does not see report.txt
    And bob cannot read report.txt

  @OCM-NSHARE-01
  Scenario: A share is declined when the account of its recipient goes
    Given bob accepts report.txt
    And the mesh comes to rest
    When the account of bob is deleted
    Then alice sees that bob declined report.txt

  @negative @OCM-DEF-14
  Scenario: Nobody shares with an account that is gone
    Given alice has a file plan.txt
    And the account of bob is deleted
    When alice shares plan.txt with bob
    Then alice is refused
