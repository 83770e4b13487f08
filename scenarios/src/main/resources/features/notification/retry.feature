@notification @faults
Feature: News is told again until the other server has heard it
  A server that cannot be reached is asked again, less and less often, and given up after a while.

  Background:
    Given alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    And a foreign server omega

  @OCM-NSHARE-01
  Scenario: An acceptance arrives when the sending server is back
    Given alice shares report.txt with bob
    And alpha stops
    When bob accepts report.txt
    And 3 minutes pass
    And alpha starts
    Then within 1 day, alice sees that bob accepted report.txt

  @OCM-NSHARE-01
  Scenario: A refusal arrives when the sending server is back
    Given alice shares report.txt with bob
    And alpha stops
    When bob declines report.txt
    And alpha starts
    Then within 1 day, alice sees that bob declined report.txt

  @OCM-NSHARE-02
  Scenario: Unsharing arrives when the link is whole again
    Given alice shares report.txt with bob
    And the link between alpha and beta is cut
    When alice unshares report.txt
    And 1 hour passes
    And the link between alpha and beta heals
    Then within 1 day, bob does not see report.txt

  @OCM-NSHARE-02
  Scenario: News is not lost when the server that has to tell it stops too
    Given alice shares report.txt with bob
    And beta stops
    And alice unshares report.txt
    When alpha stops
    And beta starts
    And alpha starts
    Then within 1 day, bob does not see report.txt

  @OCM-NSHARE-01
  Scenario: A server that is in maintenance is told later
    Given alice shares report.txt with bob
    And alpha goes into maintenance
    When bob accepts report.txt
    And 3 minutes pass
    And alpha comes back from maintenance
    Then within 1 day, alice sees that bob accepted report.txt

  @OCM-NSHARE-02
  Scenario: News whose reply was lost arrives once more and does no harm
    Given alice shares report.txt with bob
    And the next reply from beta to alpha is lost
    When alice unshares report.txt
    Then within 1 day, bob does not see report.txt
    And beta still serves

  @negative @OCM-DEF-23
  Scenario: A server that never listens is given up
    Given omega announces song.mp3 to bob
    And omega answers news that it is in maintenance
    When bob accepts song.mp3
    And 30 days pass
    Then omega was told between 20 and 200 times
    When 30 days pass
    Then omega was not told again

  @negative @OCM-DEF-23
  Scenario: The pauses grow
    Given omega announces song.mp3 to bob
    And omega answers news that it is in maintenance
    When bob accepts song.mp3
    And 12 hours pass
    Then omega was told less and less often

  @negative @OCM-DEF-14
  Scenario: A server that refuses is not told again
    Given omega announces song.mp3 to bob
    And omega answers news that the message is wrong
    When bob accepts song.mp3
    And 10 days pass
    Then omega was told between 1 and 1 times
    And bob sees song.mp3 as accepted
