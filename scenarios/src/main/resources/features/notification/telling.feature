@notification
Feature: Each server tells the other what became of a share
  Acceptance and refusal travel to the sender, unsharing to the recipient, and again later where nobody answers.

  Background:
    Given alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    And a foreign server omega

  @OCM-NSHARE-01 @OCM-NSHARE-07 @OCM-NSHARE-08 @OCM-NSHARE-10 @OCM-NSHARE-11 @OCM-NOTIF-01 @OCM-NOTIF-09 @OCM-NOTIF-17 @OCM-NOTIF-02 @OCM-NOTIF-03 @OCM-NOTIF-05 @OCM-NOTIF-15 @OCM-NSHARE-04 @OCM-IANA-10
  Scenario: The sending server hears that its share was accepted
    Given omega announces song.mp3 to bob
    When bob accepts song.mp3
    Then omega is told that song.mp3 was accepted

  @OCM-NSHARE-01 @OCM-NSHARE-07 @OCM-NSHARE-11
  Scenario: The sending server hears that its share was declined
    Given omega announces song.mp3 to bob
    When bob declines song.mp3
    Then omega is told that song.mp3 was declined

  @OCM-NSHARE-02 @OCM-NSHARE-07 @OCM-NSHARE-11
  Scenario: The receiving server hears that a share is gone
    Given alice shares report.txt with mallory at omega
    When alice unshares report.txt
    Then omega is told that report.txt was unshared

  @OCM-NSHARE-02 @OCM-NSHARE-03
  Scenario: A share goes when its own server says so
    Given omega announces song.mp3 to bob
    When omega tells beta that song.mp3 was unshared
    Then beta takes it
    And bob does not see song.mp3

  @OCM-NSHARE-01 @OCM-YAML-11
  Scenario: A share is accepted when the server of its recipient says so
    Given alice shares report.txt with mallory at omega
    When omega tells alpha that report.txt was accepted
    Then alpha takes it
    And alice sees that mallory accepted report.txt

  @OCM-NSHARE-01
  Scenario: A share is declined when the server of its recipient says so
    Given alice shares report.txt with mallory at omega
    When omega tells alpha that report.txt was declined
    Then alpha takes it
    And alice sees that mallory declined report.txt

  @OCM-NSHARE-11
  Scenario: Hearing the same twice does no harm
    Given alice shares report.txt with mallory at omega
    And omega tells alpha that report.txt was accepted
    When omega tells alpha that report.txt was accepted
    Then alpha still serves
    And alice sees that mallory accepted report.txt

  @OCM-NSHARE-03
  Scenario: Hearing twice that a share is gone does no harm
    Given omega announces song.mp3 to bob
    And omega announces other.mp3 to bob
    And omega tells beta that song.mp3 was unshared
    When omega tells beta that song.mp3 was unshared
    Then bob sees 1 share
    And beta still serves

  @negative @OCM-NSHARE-11
  Scenario Outline: A share that nobody knows was <news>
    When omega tells alpha that an unknown share was <news>
    Then alpha refuses it
    And alpha still serves

    Examples:
      | news     |
      | accepted |
      | declined |
      | unshared |

  @negative @OCM-NOTIF-11 @OCM-DEF-24
  Scenario: A server cannot take away another server's share
    Given alice shares report.txt with bob
    And bob accepts report.txt
    When omega tells beta that report.txt of alpha was unshared
    Then bob sees report.txt as accepted
    And bob can read report.txt

  @negative @OCM-NOTIF-11 @OCM-DEF-24
  Scenario Outline: A server cannot answer for another: <news>
    Given alice shares report.txt with bob
    When omega tells alpha that report.txt of alpha was <news>
    Then alice sees that bob has not answered report.txt

    Examples:
      | news     |
      | accepted |
      | declined |

  @negative @OCM-NSHARE-02 @OCM-LEG-20
  Scenario: The recipient's server cannot unshare, only leave
    Given alice shares report.txt with mallory at omega
    When omega tells alpha that report.txt was unshared
    Then alice still shares report.txt with mallory
    And alice sees that mallory declined report.txt

  @negative @OCM-NSHARE-01
  Scenario: The sender's server cannot accept for the recipient
    Given omega announces song.mp3 to bob
    When omega tells beta that song.mp3 was accepted
    Then bob sees song.mp3 as pending

  @negative @OCM-NOTIF-07 @OCM-NSHARE-08 @OCM-NSHARE-10 @OCM-NSHARE-11 @OCM-DEF-14
  Scenario Outline: News without <part>
    Given omega announces song.mp3 to bob
    When omega tells beta that song.mp3 was unshared, without <part>
    Then beta refuses it as wrong
    And bob sees song.mp3 as pending

    Examples:
      | part         |
      | the type     |
      | the server   |
      | the details  |
      | the file     |
      | the share id |

  @negative @OCM-NOTIF-08
  Scenario: News that nobody understands
    Given omega announces song.mp3 to bob
    When omega tells beta that song.mp3 was "SHARE_PAINTED_BLUE"
    Then beta refuses it
    And bob sees song.mp3 as pending

  @negative @OCM-NOTIF-07
  Scenario: News of the wrong kind
    Given omega announces song.mp3 to bob
    When omega tells beta that song.mp3 was unshared, with a number as the type
    Then beta refuses it as wrong
    And bob sees song.mp3 as pending
