@access
Feature: Writing into what was shared
  Who may write can change, add, rename and delete inside the share; who may not, cannot.

  Background:
    Given alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    And alice has a folder plans with a.txt and b.txt

  @OCM-SHARE-59 @OCM-YAML-03
  Scenario: A recipient who may write changes a file
    Given alice shares report.txt with bob to read and write
    And bob accepts report.txt
    When bob writes report.txt
    Then bob is told that it is done
    And alice finds in report.txt what bob wrote

  @negative @OCM-SHARE-59
  Scenario: A recipient who may only read changes nothing
    Given alice shares report.txt with bob to read
    And bob accepts report.txt
    When bob writes report.txt
    Then bob is refused
    And alice finds report.txt unchanged

  @OCM-SHARE-59
  Scenario: A recipient sees what they may do
    Given alpha speaks OCM 1.1 or newer
    When alice shares report.txt with bob to read and write
    And alice shares plans with bob to read, write and share
    Then bob may read and write report.txt
    And bob may read, write and share plans

  @OCM-SHARE-56 @OCM-SHARE-59
  Scenario: A recipient who may write changes a file in a folder
    Given alice shares plans with bob to read and write
    And bob accepts plans
    When bob writes plans/a.txt
    Then alice finds in plans/a.txt what bob wrote

  @OCM-SHARE-59
  Scenario: A recipient who may write adds a file to a folder
    Given alice shares plans with bob to read and write
    And bob accepts plans
    When bob writes plans/c.txt
    Then alice finds in plans/c.txt what bob wrote
    And bob sees a.txt, b.txt and c.txt in plans

  @OCM-SHARE-59
  Scenario: A recipient who may write makes a folder and fills it
    Given alice shares plans with bob to read and write
    And bob accepts plans
    When bob makes the folder plans/new
    And bob writes plans/new/d.txt
    Then alice finds in plans/new/d.txt what bob wrote
    And alice sees a.txt, b.txt and new in plans

  @OCM-SHARE-59
  Scenario: A recipient who may write renames a file in a folder
    Given alice shares plans with bob to read and write
    And bob accepts plans
    When bob renames plans/a.txt to plans/z.txt
    Then alice sees b.txt and z.txt in plans
    And bob can read plans/z.txt

  @OCM-SHARE-59
  Scenario: A recipient who may write deletes a file in a folder
    Given alice shares plans with bob to read and write
    And bob accepts plans
    When bob deletes plans/a.txt
    Then alice sees b.txt in plans

  @negative @OCM-SHARE-59
  Scenario Outline: A recipient who may only read: <deed>
    Given alice shares plans with bob to read
    And bob accepts plans
    When bob <deed>
    Then bob is refused
    And alice sees a.txt and b.txt in plans
    And alice finds plans/a.txt unchanged

    Examples:
      | deed                             |
      | writes plans/a.txt               |
      | writes plans/c.txt               |
      | makes the folder plans/new       |
      | renames plans/a.txt to plans/z.txt |
      | deletes plans/a.txt              |

  @negative @OCM-DEF-20
  Scenario: Nothing is written after unsharing
    Given alice shares report.txt with bob to read and write
    And bob accepts report.txt
    And alice unshares report.txt
    When bob writes report.txt
    Then bob is refused
    And alice finds report.txt unchanged

  @negative @OCM-SHARE-36
  Scenario: Nothing is written after the end of a share
    Given alice shares report.txt with bob to read and write for 1 hour
    And bob accepts report.txt
    When 2 hours pass
    And bob writes report.txt
    Then bob is refused
    And alice finds report.txt unchanged

  @negative @OCM-SHARE-59
  Scenario: A foreign server that may only read writes nothing
    Given a foreign server omega
    And alice shares report.txt with mallory at omega to read
    When omega writes report.txt with its secret
    Then alpha refuses it
    And alice finds report.txt unchanged

  @negative @OCM-SHARE-56 @OCM-SHARE-59
  Scenario: A new file does not get outside of the share
    Given alice shares plans with bob to read and write
    And bob accepts plans
    When bob writes plans/../stolen.txt
    Then bob is refused
    And alice does not have stolen.txt

  @negative @OCM-SHARE-59
  Scenario: The shared folder itself is not deleted by its recipient
    Given a foreign server omega
    And alice shares plans with mallory at omega to read and write
    When omega deletes plans with its secret
    Then alpha refuses it
    And alice sees a.txt and b.txt in plans
