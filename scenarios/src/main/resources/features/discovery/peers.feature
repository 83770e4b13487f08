@discovery
Feature: A server looks up another before it talks to it
  What the other server says is kept for a while, and nothing it may say does harm.

  Background:
    Given alice is at alpha
    And alice has a file report.txt
    And alice has a file plan.txt
    And a foreign server omega

  @OCM-SHARE-07 @OCM-DISC-07 @OCM-SHARE-01 @OCM-SHARE-03 @OCM-SHARE-04
  Scenario: The other server is looked up before something is shared with it
    When alice shares report.txt with mallory at omega
    Then omega was looked up 1 time
    And omega has got report.txt for mallory

  @OCM-DISC-07
  Scenario: What the other server says is kept
    When alice shares report.txt with mallory at omega
    And alice shares plan.txt with mallory at omega
    Then omega was looked up 1 time

  @OCM-DISC-07
  Scenario: What the other server says is asked for again after a while
    Given alice shares report.txt with mallory at omega
    When 2 days pass
    And alice shares plan.txt with mallory at omega
    Then omega was looked up 2 times

  @OCM-SHARE-02 @OCM-DISC-12
  Scenario: Messages go where the other server wants them
    Given omega takes its messages at an unusual place
    When alice shares report.txt with mallory at omega
    Then omega has got report.txt for mallory

  @OCM-DISC-06 @OCM-DEF-01 @OCM-FLOW-04
  Scenario: A name with an @ inside goes to the server behind the last one
    When alice shares report.txt with "mallory@home" at omega
    Then omega has got report.txt for mallory@home

  @OCM-DEF-01
  Scenario: Names differ by their case
    When alice shares report.txt with "Mallory" at omega
    Then omega has got report.txt for Mallory

  @negative @OCM-DEF-06 @OCM-DISC-09
  Scenario Outline: A server that describes itself by <something> is not shared with
    Given omega describes itself by <something>
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alice is told about omega
    And omega has got nothing
    And alpha still serves

    Examples:
      | something                |
      | a page of HTML           |
      | nothing at all           |
      | half a document          |
      | bytes that are no text   |
      | a list                   |
      | a number                 |
      | null                     |
      | two documents            |
      | the same field twice     |
      | a number without end     |
      | three megabytes          |
      | ten thousand brackets    |
      | an error                 |
      | no answer                |

  @negative @OCM-DISC-10
  Scenario Outline: A server that describes itself in <encoding> is not shared with
    Given omega describes itself in the encoding <encoding>
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alice is told about omega
    And omega has got nothing
    And alpha still serves

    Examples:
      | encoding |
      | UTF-16   |
      | UTF-16LE |
      | UTF-32   |
      | IBM037   |

  @negative @OCM-DISC-10 @OCM-DISC-11 @OCM-DISC-12 @OCM-DISC-14
  Scenario Outline: A server that describes itself with <something> is not shared with
    Given omega describes itself with <something>
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alice is told about omega
    And omega has got nothing
    And alpha still serves

    Examples:
      | something                         |
      | no place for messages             |
      | a number as place for messages    |
      | null as place for messages        |
      | half a URL as place for messages  |
      | sharing switched off              |
      | words instead of yes or no        |
      | no word on whether it shares      |
      | no version                        |
      | a number as version               |
      | no kinds of things                |
      | a word instead of kinds of things |
      | a word instead of its demands     |

  @negative @OCM-SHARE-12 @OCM-SHARE-13
  Scenario: A folder is not shared with a server that takes files only
    Given alice has a folder plans with a.txt
    And omega describes itself with files only
    When alice shares plans with mallory at omega
    Then alice is refused
    And omega has got nothing

  @negative @OCM-DEF-06
  Scenario: A circle of redirects comes to an end
    Given omega sends those who look it up in a circle
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And omega has got nothing
    And alpha still serves

  @negative @OCM-DEF-24
  Scenario: A server is not taken for another to which it points
    Given a foreign server sigma
    And omega sends those who look it up to sigma
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And sigma has got nothing

  @negative @OCM-DEF-06
  Scenario: A server that is gone is not shared with
    Given omega is gone
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alice is told about omega
    And alpha still serves

  @negative @OCM-DEF-06
  Scenario: After a failure the other server is asked again
    Given omega describes itself by an error
    And alice shares report.txt with mallory at omega
    And alice is refused
    When omega describes itself rightly
    And 10 minutes pass
    And alice shares report.txt with mallory at omega
    Then omega has got report.txt for mallory

  @negative @OCM-DISC-35
  Scenario: A server that demands an invite is not shared with before one
    Given omega describes itself with an invite demanded
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alice is told about omega
    And omega has got nothing

  @OCM-DISC-35 @OCM-INV-33
  Scenario: A server that demands an invite is shared with after one
    Given omega describes itself with an invite demanded
    And mallory at omega invites alice with the token "a1b2c3"
    And alice accepts the invite of mallory
    When alice shares report.txt with mallory
    Then omega has got report.txt for mallory

  @negative @OCM-SHARE-10 @OCM-DEF-09
  Scenario Outline: A server that demands what cannot be done is not shared with: <demand>
    Given omega describes itself with <demand>
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alice is told about omega
    And omega has got nothing

    Examples:
      | demand                  |
      | token exchange demanded |
      | signatures demanded     |
